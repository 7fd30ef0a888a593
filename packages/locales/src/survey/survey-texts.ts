/** What every survey says. `{name}` is a slot that the element fills. */
export interface FrameTexts {
  submit: string;
  thanks: string;
  change: string;
  /** The error where nothing was chosen. */
  required: string;
  sent: string;
  saved: string;
  volatile: string;
  blocked: string;
  /** The link that gives the respondent the answer as a file, where it could not be saved. */
  copy: string;
  /** Announced near and at the limit of a text. No more than `{count}` characters are left: it stands while fewer are. */
  left: string;
}

/** What a prompt says beside its question. */
export interface PromptTexts {
  later: string;
  close: string;
  /** Announced once when a prompt opens; says how to reach it. */
  opened: string;
  /** The button at the edge of the window that opens a prompt. */
  launcher: string;
}

/** What a survey says that sends an answer as soon as it is chosen. */
export interface AutosubmitTexts {
  /** Said before the scale. `{seconds}` is the time in which the choice can be undone. */
  autosubmit: string;
  /** After the choice, until it is sent. */
  pending: string;
  undo: string;
}

/** What the Net Promoter question says. */
export interface NpsTexts {
  npsQuestion: string;
  npsQuestionProduct: string;
  npsLow: string;
  npsHigh: string;
  /** The follow-up question to each group of Net Promoter, marked as optional. */
  promoter: string;
  passive: string;
  detractor: string;
}

/** The follow-up question that suits any score, marked as optional. */
export interface ReasonTexts {
  reason: string;
}

/** What the satisfaction question says. */
export interface CsatTexts extends ReasonTexts {
  csatQuestion: string;
  csatQuestionThing: string;
  /** The names of the five points, and of the two thumbs (2 and 4). */
  csat1: string;
  csat2: string;
  csat3: string;
  csat4: string;
  csat5: string;
}

/** What the effort question says: as agreement (CES 2.0), and as its difficult–easy variant. */
export interface CesTexts extends ReasonTexts {
  cesQuestion: string;
  cesQuestionCompany: string;
  cesLow: string;
  cesHigh: string;
  cesDifficultyQuestion: string;
  cesDifficult: string;
  cesEasy: string;
}

/** What open questions say. */
export interface OpenTexts {
  /** Asks how to reach the respondent. */
  contact: string;
  /** The error where nothing was written. */
  messageRequired: string;
  /** The error where an e-mail address cannot be one. */
  contactInvalid: string;
}

/** What the feedback prompt says. */
export interface FeedbackTexts extends OpenTexts {
  feedbackQuestion: string;
  feedbackReason: string;
  problem: string;
  idea: string;
  praise: string;
  other: string;
  message: string;
  /** The offer to send the address of the page, which is shown beside it. */
  page: string;
}

/** What a form of several steps says. */
export interface FormTexts extends OpenTexts {
  back: string;
  next: string;
  /** `{step}` of `{steps}`. */
  progress: string;
  /** Put behind a question that need not be answered. `{question}` is the question. */
  optional: string;
}

/** All texts of the surveys, as a language has them. */
export interface SurveyTexts
  extends FrameTexts, PromptTexts, AutosubmitTexts, NpsTexts, CsatTexts, CesTexts, FeedbackTexts, FormTexts {}
