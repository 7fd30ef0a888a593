import 'askwell/ces-survey.js';
import 'askwell/csat-survey.js';
import 'askwell/feedback-prompt.js';
import 'askwell/rating-scale.js';
import 'askwell/survey-form.js';
import { organisationalAudit } from '@askwell/core/organisational-audit.js';

document.querySelector('survey-form')!.definition = organisationalAudit;

const form = document.querySelector<HTMLFormElement>('#own')!;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const taste = new FormData(form).get('taste') as string;
  form.querySelector('output')!.textContent = `taste=${taste}`;
});
