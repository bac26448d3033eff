import { useEffect, useState } from 'react';
import { chooseTheme, currentTheme, onThemeChange } from '../../../look/index.ts';

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  useEffect(() => onThemeChange(() => setTheme(currentTheme())), []);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="btn icon" aria-label={`Change to the ${other} theme`} onClick={() => chooseTheme(other)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  );
}
