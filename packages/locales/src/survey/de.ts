import type { SurveyTexts } from './survey-texts.js';

export const de: SurveyTexts = {
  npsQuestion: 'Wie wahrscheinlich ist es, dass du uns einer Freundin, einem Freund oder im Kollegenkreis weiterempfiehlst?',
  npsQuestionProduct:
    'Wie wahrscheinlich ist es, dass du {product} einer Freundin, einem Freund oder im Kollegenkreis weiterempfiehlst?',
  npsLow: 'Überhaupt nicht wahrscheinlich',
  npsHigh: 'Äußerst wahrscheinlich',
  promoter: 'Was gefällt dir am besten?',
  passive: 'Was würde es für dich besser machen?',
  detractor: 'Was sollten wir ändern?',
  optional: 'freiwillig',
  submit: 'Absenden',
  thanks: 'Danke für deine Antwort.',
  change: 'Meine Antwort ändern',
  required: 'Bitte wähle eine Zahl.',
  sent: 'Gesendet.',
  saved: 'Auf diesem Gerät gespeichert. Wird gesendet, sobald du online bist.',
  volatile: 'Deine Antwort ist unterwegs.',
  blocked: 'Deine Antwort konnte nicht gespeichert werden. Bitte versuche es noch einmal.',
  later: 'Später fragen',
  close: 'Schließen',
  opened: 'Am Ende der Seite steht eine Frage.',
  left: 'Noch {count} Zeichen',
};
