/** Why a moment is wrong, by the words that `explain()` has for it. */
type MomentTexts = Record<
  `moment:${'off' | 'automation' | 'frame' | 'prerendering' | 'hidden' | 'early' | 'fullscreen' | 'modal' | 'typing' | 'paused' | 'prompt' | 'delay' | 'elsewhere' | 'quiet'}`,
  string
>;

/** Why a campaign shows or does not, in sentences: rule by rule, for `fail` and for `unknown`. */
export interface TriggerTexts extends MomentTexts {
  ok: string;
  invalid: string;
  enabledFail: string;
  scheduleFail: string;
  quotaFail: string;
  consentFail: string;
  consentUnknown: string;
  triggerFail: string;
  triggerNone: string;
  triggerUnknown: string;
  ifFail: string;
  ifUnknown: string;
  sampleFail: string;
  sampleUnknown: string;
  repeatFail: string;
  repeatUnknown: string;
  budgetFail: string;
  budgetUnknown: string;
  momentFail: string;
  turnFail: string;
  until: string;
  pass: string;
}
