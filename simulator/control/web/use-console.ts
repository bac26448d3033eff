import { createContext, use, useSyncExternalStore } from 'react';
import type { ConsoleClient, View } from './client.ts';

export const ClientContext = createContext<ConsoleClient | null>(null);

export function useClient(): ConsoleClient {
  const client = use(ClientContext);
  if (!client) throw new Error('this part of the page stands outside of its ClientContext');
  return client;
}

export function useView(): View {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, () => client.view);
}
