export { AskwellError, type AskwellErrorCode } from './askwell-error.js';
export type { Delivery, DeliveryState } from './delivery.js';
export { hash32 } from './hash32.js';
export { npsBand, type NpsBand } from './nps-band.js';
export { recordBody, revisionKey } from './record-body.js';
export { recordFault } from './record-fault.js';
export type {
  Answer,
  Answers,
  Channel,
  Respondent,
  ResponseRecord,
  ResponseStatus,
  SurveyKind,
} from './record.js';
export { uuidv7 } from './uuidv7.js';
export { VERSION } from './version.js';
