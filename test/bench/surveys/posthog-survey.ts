/** The survey that PostHog shows: one question, from 0 to 10, as a pop-up without delay. */
export const posthogSurvey = {
  id: 'bench',
  name: 'NPS',
  description: '',
  type: 'popover',
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  schedule: 'once',
  conditions: null,
  linked_flag_key: null,
  targeting_flag_key: null,
  internal_targeting_flag_key: null,
  appearance: { surveyPopupDelaySeconds: 0 },
  questions: [
    {
      id: 'score',
      type: 'rating',
      display: 'number',
      scale: 10,
      question: 'How likely is it that you would recommend us to a friend or colleague?',
      lowerBoundLabel: 'Not at all likely',
      upperBoundLabel: 'Extremely likely',
      buttonText: 'Submit',
      optional: false,
    },
  ],
};
