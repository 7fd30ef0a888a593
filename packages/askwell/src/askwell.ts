import './install-delivery.js';

/** The modules that define the survey tags. */
const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  'nps-survey': () => import('./nps-survey.js'),
};

/** Defines the survey tags that are in the document, and looks out for the others until each has been seen. */
function defineSeen(): void {
  const waiting = new Set(Object.keys(modules));
  const look = (): void => {
    for (const tag of waiting) {
      if (!document.querySelector(tag)) continue;
      waiting.delete(tag);
      void modules[tag]!();
    }
    if (!waiting.size) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}

defineSeen();
