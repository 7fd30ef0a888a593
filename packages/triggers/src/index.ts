export { arbitrate } from './arbitrate.js';
export { evaluate, type Common } from './evaluate.js';
export { RULES, type Explain, type ExplainRule, type RuleId, type Status, type Verdict } from './explain.js';
export { guardConfig, type ConfigFault } from './guard-config.js';
export { matchUrl } from './match-url.js';
export { parseDuration } from './parse-duration.js';
export { REPEAT } from './rest.js';
export { sampleBucket } from './sample-bucket.js';
export type { Ending, Happening, PastEvent, PastShow, PromptHistory, Session, TriggerContext } from './trigger-context.js';
