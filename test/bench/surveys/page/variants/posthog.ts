import { DisplaySurveyType, posthog, type PostHogConfig } from 'posthog-js';
import 'posthog-js/dist/surveys.js';

import type { Variant } from './variant.js';

/** The answer of the bench's server to `/api/surveys/` names it. */
const SURVEY = 'bench';

/** All that is not needed for a survey is off; what is asked of PostHog's servers is one list of surveys, from this machine. */
const config: Partial<PostHogConfig> = {
  api_host: location.origin,
  advanced_disable_flags: true,
  advanced_enable_surveys: true,
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  capture_performance: false,
  capture_dead_clicks: false,
  disable_session_recording: true,
  rageclick: false,
  opt_out_useragent_filter: true,
};

// The pop-up fades in, and the browser does not count as painted what is transparent in its first frame.
const still = new CSSStyleSheet();
still.replaceSync('.survey-form { animation: none !important }');
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  root.adoptedStyleSheets = [still];
  return root;
};

let prepared = false;

/** PostHog's pop-up: on a first visit `init` shows it as soon as the list of surveys is here; prepared, `displaySurvey` does. */
export const variant: Variant = {
  async prepare() {
    prepared = true;
    posthog.init('phc_bench', { ...config, disable_surveys_automatic_display: true });
    await new Promise<void>((resolve) => posthog.onSurveysLoaded(() => resolve()));
  },
  show() {
    if (prepared) posthog.displaySurvey(SURVEY, { displayType: DisplaySurveyType.Popover, ignoreConditions: true, ignoreDelay: true });
    else posthog.init('phc_bench', config);
  },
  scores: () => [...(document.querySelector('[class*=PostHogSurvey]')?.shadowRoot?.querySelectorAll<HTMLElement>('.ratings-number') ?? [])],
};
