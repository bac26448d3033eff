/** Bedside (dark) or paper (light): the reader's system decides until the reader does. */
export type Theme = 'light' | 'dark';

const KEY = 'heartloop.theme';
const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';

/** Storage may be forbidden; a page that cannot remember still works. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (isTheme(chosen)) return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice lasts as long as the page.
  }
}

/** Call before the first paint: `?theme=dark` in the address wins over what was chosen before. */
export function restoreTheme(): void {
  const wanted = [new URLSearchParams(location.search).get('theme'), remembered()].find(isTheme);
  if (wanted) document.documentElement.dataset['theme'] = wanted;
}

/** Calls back when the theme in force may have changed, by choice or by the system. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}
