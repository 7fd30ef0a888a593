import './install-delivery.js';

/** The modules that define the survey tags. */
const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  'nps-survey': () => import('./nps-survey.js'),
  'csat-survey': () => import('./csat-survey.js'),
  'ces-survey': () => import('./ces-survey.js'),
  'feedback-prompt': () => import('./feedback-prompt.js'),
  'survey-form': () => import('./survey-form.js'),
  'rating-scale': () => import('./rating-scale.js'),
  'askwell-kit': () => import('./askwell-kit.js'),
};

/** Defines the survey tags that are in the document, and looks out for the others until each is defined. */
function defineSeen(): void {
  const waiting = new Set(Object.keys(modules));
  const observer = new MutationObserver(look);

  async function define(tag: string): Promise<void> {
    waiting.delete(tag);
    try {
      await modules[tag]!();
      if (!waiting.size) observer.disconnect();
    } catch {
      // It could not be loaded; the next change of the page tries again.
      waiting.add(tag);
    }
  }

  function look(): void {
    for (const tag of waiting) if (document.querySelector(tag)) void define(tag);
  }

  observer.observe(document, { childList: true, subtree: true });
  look();
}

// On a server there is nothing to see.
if (globalThis.document) defineSeen();
