import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Both pages: `vite build monitor/web` and `vite build simulator/control/web`; scripts/build-web.ts names the output folders. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { emptyOutDir: true, chunkSizeWarningLimit: 700 },
});
