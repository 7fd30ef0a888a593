export { AskwellError, type AskwellErrorCode } from './askwell-error.js';
export type {
  AddressParts,
  AskwellConfig,
  Budget,
  Campaign,
  Comparison,
  Condition,
  Device,
  Duration,
  Outcome,
  Quota,
  Range,
  Repeat,
  Sample,
  Scalar,
  Schedule,
  Show,
  Trigger,
  UrlPattern,
  Where,
} from './campaign.js';
export { cesBand } from './ces-band.js';
export { checkOptions } from './check-options.js';
export { classify, type Receipt, type Reply, type Verdict } from './classify.js';
export { csatBand } from './csat-band.js';
export type { Delivery, DeliveryState } from './delivery.js';
export { endpointFault, type EndpointFault } from './endpoint-fault.js';
export { hash32 } from './hash32.js';
export { isHeaderAllowed } from './is-header-allowed.js';
export { nextStep, path } from './next-step.js';
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
export type {
  BandTexts,
  Branch,
  BranchTest,
  CesBand,
  CesDefinition,
  ChoiceStep,
  ContactStep,
  CsatBand,
  CsatDefinition,
  DefinitionBase,
  FeedbackDefinition,
  FeedbackReason,
  FormDefinition,
  Link,
  NpsDefinition,
  RatingDefinition,
  RatingStep,
  Step,
  StepBase,
  SurveyDefinition,
  Text,
  TextStep,
  Thanks,
} from './survey-definition.js';
export { surveyFault } from './survey-fault.js';
export { uuidv7 } from './uuidv7.js';
export { VERSION } from './version.js';
