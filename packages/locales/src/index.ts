export type { ChartTexts } from './chart/chart-texts.js';
export type { InspectorTexts } from './inspector/inspector-texts.js';
export type { TriggerTexts } from './trigger/trigger-texts.js';
export type {
  AutosubmitTexts,
  CesTexts,
  CsatTexts,
  FeedbackTexts,
  FormTexts,
  FrameTexts,
  NpsTexts,
  OpenTexts,
  PromptTexts,
  ReasonTexts,
  SurveyTexts,
} from './survey/survey-texts.js';
