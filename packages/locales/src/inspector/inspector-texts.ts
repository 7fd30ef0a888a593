import type { TriggerTexts } from '../trigger/trigger-texts.js';

/** The texts of the inspector. `{name}` is a slot that the inspector fills. */
export interface InspectorTexts extends TriggerTexts {
  title: string;
  close: string;
  campaigns: string;
  noCampaigns: string;
  /** Before the field for another moment. */
  clock: string;
  /** Shows a campaign's prompt, whatever stands in its way. */
  showAnyway: string;
  decisions: string;
  noDecisions: string;
  queue: string;
  refresh: string;
  /** When the device was read last. */
  asOf: string;
  reading: string;
  empty: string;
  /** IndexedDB cannot be used. */
  denied: string;
  /** The endpoint is one that nothing may be sent to. */
  refused: string;
  waiting: string;
  size: string;
  oldest: string;
  attempts: string;
  next: string;
  /** A time, and why it is not sooner. */
  nextAt: string;
  /** The client has not said it while the inspector listened. */
  nextUnknown: string;
  nothing: string;
  whyNetwork: string;
  whyEndpoint: string;
  whyConfig: string;
  whySuspect: string;
  whyRedirect: string;
  whyBusy: string;
  tryNow: string;
  trying: string;
  tried: string;
  deadLetters: string;
  noDeadLetters: string;
  response: string;
  survey: string;
  reason: string;
  reject: string;
  expired: string;
  status: string;
  /** Until then a dead letter is kept. */
  keptUntil: string;
  action: string;
  sendAgain: string;
  sendAllAgain: string;
  sentAgain: string;
  downloadJson: string;
  downloadCsv: string;
  downloaded: string;
  erase: string;
  eraseConfirm: string;
  eraseAsk: string;
  erased: string;
  failed: string;
  events: string;
  noEvents: string;
  time: string;
  event: string;
}
