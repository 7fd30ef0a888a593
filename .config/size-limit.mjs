/** Fetched only by a tag that asks for a prompt; by one that has a definition, or traits; by one that submits what is chosen. */
const CORNER = /\/placement\/attach\.js$/;
const ASKED_FOR = /\/(placement|definition|autosubmit)\/[\w-]+\.js$/;
/** What a page loads of it that asks in a corner, from the first event to the last delivery. */
const START = /\/(turns|install-delivery|nps-survey|hand-over|placement\/(attach|beyond-corner))\.js$/;
const LANGUAGE = /(\/locales\/dist\/\w+\/\w+|languages)\.js$/;
/** What only the chunk of the name is made of, however a page is put together. */
export const reserved = [{ library: /@floating-ui/, chunk: 'anchor' }];
/** The survey elements that a page may have beside the first. */
const FURTHER = ['csat-survey', 'ces-survey', 'feedback-prompt', 'survey-form', 'rating-scale'];

/**
 * What pages load, and how many bytes it may be: brotli 11 of the chunks that Vite makes.
 * A check counts the static import graph of the page (unless `first` is false) and, of the chunks that are
 * fetched later, those whose module `later` picks; `each` has every one of them weighed by itself.
 * `aim` is the budget where it is not reached yet: the limit keeps what there is from growing until it is,
 * with a little room.
 */
export const pages = [
  {
    code: `import 'askwell/nps-survey.js';`,
    checks: [
      { name: '<nps-survey> inline, until painted', limit: 13_575, aim: 12_500, later: () => false },
      { name: '<nps-survey> in a corner, until painted', limit: 15_370, aim: 13_500, later: (module) => CORNER.test(module) },
      { name: '<nps-survey> inline, with everything that it loads later', limit: 20_007, aim: 18_500, later: (module) => !LANGUAGE.test(module) && !ASKED_FOR.test(module) },
      { name: 'a language of <nps-survey>', limit: 900, first: false, each: true, later: (module) => LANGUAGE.test(module) },
    ],
  },
  ...FURTHER.map((tag) => ({
    code: `import 'askwell/nps-survey.js';\nglobalThis.further = () => import('askwell/${tag}.js');`,
    checks: [{ name: `<${tag}> beside <nps-survey>`, limit: tag === 'feedback-prompt' ? 1_610 : 1_500, aim: 1_500, first: false, later: (module) => module.endsWith(`/askwell/dist/${tag}.js`) }],
  })),
  {
    code: `import '@askwell/charts/define/nps-score.js';\nimport '@askwell/charts/define/distribution-bar.js';`,
    checks: [{ name: '<nps-score> and <distribution-bar> with Lit', limit: 12_000, later: () => false }],
  },
  {
    code: `globalThis.client = await import('@askwell/client');`,
    checks: [{ name: 'the client with idb-keyval', limit: 6_610, aim: 6_000, first: false, later: () => true }],
  },
  {
    code: `import { evaluate, arbitrate, guardConfig } from '@askwell/triggers';\nglobalThis.triggers = { evaluate, arbitrate, guardConfig };`,
    checks: [{ name: 'the evaluator and the guard of its configuration', limit: 4_000, later: () => false }],
  },
  {
    code: `import { start } from 'askwell/start.js';\nstart({ config: '/askwell.json' });`,
    checks: [
      { name: 'start()', limit: 7_000, later: () => false },
      { name: 'start() and a corner <nps-survey>, with everything', limit: 37_830, aim: 24_500, later: (module) => START.test(module) },
    ],
  },
  {
    code: `import 'askwell/survey-inspector.js';`,
    checks: [{ name: '<survey-inspector> with the client and Lit', limit: 19_350, later: () => false }],
  },
];
