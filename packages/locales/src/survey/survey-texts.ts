/** The texts of the surveys. `{name}` is a slot that the element fills. */
export interface SurveyTexts {
  npsQuestion: string;
  npsQuestionProduct: string;
  npsLow: string;
  npsHigh: string;
  /** The follow-up question to each group of Net Promoter, marked as optional. */
  promoter: string;
  passive: string;
  detractor: string;
  submit: string;
  thanks: string;
  change: string;
  required: string;
  sent: string;
  saved: string;
  volatile: string;
  blocked: string;
  later: string;
  close: string;
  /** Announced once when a prompt opens; says how to reach it. */
  opened: string;
  /** Announced near and at the limit of a text. `{count}` characters are left. */
  left: string;
}
