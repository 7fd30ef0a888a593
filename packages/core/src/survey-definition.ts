import type { NpsBand } from './nps-band.js';

/** A text, or its translations by BCP 47 tag: `{ en: 'How was it?', de: 'Wie war es?' }`. */
export type Text = string | Readonly<Record<string, string>>;

/** Where thanks can lead: a review site, support. */
export interface Link {
  /** An address with `https:`, `http:`, `mailto:` or `tel:`, or one relative to the page. */
  href: string;
  text: Text;
}

/** What a survey says when it has the answer. */
export interface Thanks {
  text?: Text;
  link?: Link;
}

/** What differs for those whose score falls into one band. */
export interface BandTexts {
  followUp?: Text;
  thanks?: Thanks;
}

/** The three groups of customer satisfaction: 4–5, 3 and 1–2; of two thumbs the upper and the lower. */
export type CsatBand = 'satisfied' | 'neutral' | 'dissatisfied';

/** The three groups of customer effort: 5–7, 4 and 1–3. In the variant `difficulty` the upper end is the easy one. */
export type CesBand = 'agree' | 'neutral' | 'disagree';

/** What the customer can be writing about. */
export type FeedbackReason = 'problem' | 'idea' | 'praise' | 'other';

/** What every survey can be given. In its texts, `{product}` and the like stand for values that the page has. */
export interface DefinitionBase<Kind extends string> {
  kind: Kind;
  /** Which survey, as the team names it: `q4-nps`. */
  survey?: string;
  /** Id and version of the wording: `nps-own@1`. A changed wording is a changed metric. */
  wording?: string;
  /** What is asked; of a form, its title. */
  question?: Text;
  /** What the button says that sends the answer. */
  submit?: Text;
  thanks?: Thanks;
}

/** A survey of one score and a follow-up. */
export interface RatingDefinition<Kind extends string, Band extends string> extends DefinitionBase<Kind> {
  /** What the lowest score means. */
  anchorStart?: Text;
  /** What the highest score means. */
  anchorEnd?: Text;
  /** What is asked after the score. */
  followUp?: Text;
  bands?: Partial<Record<Band, BandTexts>>;
  /** The score alone is the answer, complete when the time to undo it has passed. */
  autosubmit?: boolean;
}

/** Net Promoter Score: 0–10. */
export interface NpsDefinition extends RatingDefinition<'nps', NpsBand> {
  /** Fills `{product}`. */
  product?: string;
}

/** Customer satisfaction: 1–5, with thumbs 1–2. */
export interface CsatDefinition extends RatingDefinition<'csat', CsatBand> {
  look?: 'stars' | 'faces' | 'numbers' | 'thumbs';
  /** Names of the points, lowest first: five, with thumbs two. */
  labels?: Text[];
  /** Fills `{thing}`: what the customer is satisfied with. */
  thing?: string;
}

/** Customer Effort Score: 1–7. */
export interface CesDefinition extends RatingDefinition<'ces', CesBand> {
  /** Two questions that measure different things: their answers are never counted together. */
  variant?: 'agreement' | 'difficulty';
  /** Fills `{company}`. */
  company?: string;
}

/** Feedback in the customer's own words. */
export interface FeedbackDefinition extends DefinitionBase<'feedback'> {
  /** What it can be about, in the order offered. */
  reasons?: FeedbackReason[];
  /** Asks for an address to reply to, which nobody has to give. */
  contact?: boolean;
  /** Offers to send the page's address. */
  page?: boolean;
}

/** Several steps, one after the other. */
export interface FormDefinition extends DefinitionBase<'form'> {
  steps: Step[];
}

/** What every step of a form has. */
export interface StepBase {
  /** Unique within the form; its answer is stored under it. Not `end`; `score` is for a rating alone. */
  id: string;
  /** What part of the form it belongs to. */
  section?: Text;
  question: Text;
  hint?: Text;
  required?: boolean;
  next?: Branch[];
}

/** A score within a scale of at most eleven points. */
export interface RatingStep extends StepBase {
  type: 'rating';
  scale: [min: number, max: number];
  /** Faces are for five points. */
  look?: 'stars' | 'faces' | 'numbers';
  anchorStart?: Text;
  anchorEnd?: Text;
  /** Names of the points, lowest first, one each. */
  labels?: Text[];
}

/** One option, or with `multiple` any number of them; the answer is the option's id, or a list of ids. */
export interface ChoiceStep extends StepBase {
  type: 'choice';
  options: { id: string; label: Text }[];
  multiple?: boolean;
}

/** The customer's own words. */
export interface TextStep extends StepBase {
  type: 'text';
}

/** An e-mail address to reply to. */
export interface ContactStep extends StepBase {
  type: 'contact';
}

export type Step = RatingStep | ChoiceStep | TextStep | ContactStep;

/** The first branch that holds leads on; without one, the next step in order follows. */
export interface Branch {
  /** Holds when the step is answered and every test given here holds; a branch without it always does. */
  if?: BranchTest;
  /** Id of a later step, or `end`. */
  to: string;
}

/** At least one of these about the answer. */
export interface BranchTest {
  /** It is this value or one of these; of several chosen options, one is. */
  is?: string | number | boolean | (string | number)[];
  atLeast?: number;
  atMost?: number;
  /** Its Net Promoter band, on a scale of 0–10. */
  band?: NpsBand;
}

/** What one survey asks and says: an element's `definition`, or a survey of `askwell.json`. */
export type SurveyDefinition = NpsDefinition | CsatDefinition | CesDefinition | FeedbackDefinition | FormDefinition;
