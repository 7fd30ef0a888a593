import type { CesDefinition, CsatDefinition, FeedbackDefinition, FormDefinition, NpsDefinition } from '@askwell/core';

/** One definition of each kind, as the stories show it and the pages quote it. */
export const npsExample: NpsDefinition = {
  kind: 'nps',
  survey: 'q4-nps',
  product: 'Acme',
  question: { en: 'Would you recommend {product} to a colleague?', de: 'Würdest du {product} im Kollegenkreis weiterempfehlen?' },
  bands: {
    promoter: {
      followUp: { en: 'What would you tell them? (optional)', de: 'Was würdest du erzählen? (freiwillig)' },
      thanks: {
        text: { en: 'Great! Would you tell others, too?', de: 'Prima! Erzählst du es auch anderen?' },
        link: { href: 'https://reviews.example/acme', text: { en: 'Write a review', de: 'Bewertung schreiben' } },
      },
    },
    detractor: {
      thanks: {
        text: { en: 'Thank you. We would like to put it right.', de: 'Danke. Wir möchten das in Ordnung bringen.' },
        link: { href: 'mailto:support@acme.example', text: { en: 'Write to support', de: 'An den Support schreiben' } },
      },
    },
  },
};

export const csatExample: CsatDefinition = {
  kind: 'csat',
  survey: 'delivery',
  thing: 'the delivery',
  look: 'faces',
  bands: { dissatisfied: { thanks: { text: 'We are sorry.', link: { href: 'mailto:support@acme.example', text: 'Write to support' } } } },
};

export const cesExample: CesDefinition = {
  kind: 'ces',
  survey: 'returns',
  company: 'Acme',
  bands: { disagree: { followUp: 'What was in your way? (optional)' } },
};

export const feedbackExample: FeedbackDefinition = {
  kind: 'feedback',
  survey: 'docs-feedback',
  question: 'What is missing on this page?',
  reasons: ['problem', 'idea'],
  contact: true,
  page: true,
};

export const formExample: FormDefinition = {
  kind: 'form',
  survey: 'after-a-month',
  question: 'Your first month',
  steps: [
    {
      id: 'score',
      type: 'rating',
      question: 'How was your first month?',
      scale: [1, 5],
      look: 'faces',
      labels: ['Very bad', 'Bad', 'Neither bad nor good', 'Good', 'Very good'],
      required: true,
      next: [{ if: { atLeast: 4 }, to: 'why' }],
    },
    {
      id: 'blockers',
      type: 'choice',
      multiple: true,
      question: 'What was in your way?',
      options: [
        { id: 'speed', label: 'It is slow' },
        { id: 'docs', label: 'I did not find out how' },
        { id: 'price', label: 'The price' },
      ],
    },
    { id: 'why', type: 'text', question: 'What should we know?' },
    { id: 'contact', type: 'contact', question: 'Where can we reply to you?' },
  ],
};
