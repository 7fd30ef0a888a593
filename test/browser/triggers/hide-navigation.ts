/** Lets the browser be one without the Navigation API; returns what ends that. */
export function hideNavigation(): () => void {
  const own = Object.getOwnPropertyDescriptor(window, 'navigation');
  Object.defineProperty(window, 'navigation', { configurable: true, value: undefined });
  return () => {
    if (own) Object.defineProperty(window, 'navigation', own);
    else delete (window as { navigation?: unknown }).navigation;
  };
}
