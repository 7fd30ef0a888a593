import type { SurveyTexts } from './survey-texts.js';

export const de: SurveyTexts = {
  npsQuestion: 'Wie wahrscheinlich ist es, dass du uns einer Freundin, einem Freund oder im Kollegenkreis weiterempfiehlst?',
  npsQuestionProduct:
    'Wie wahrscheinlich ist es, dass du {product} einer Freundin, einem Freund oder im Kollegenkreis weiterempfiehlst?',
  npsLow: 'Überhaupt nicht wahrscheinlich',
  npsHigh: 'Äußerst wahrscheinlich',
  promoter: 'Was gefällt dir am besten? (freiwillig)',
  passive: 'Was würde es für dich besser machen? (freiwillig)',
  detractor: 'Was sollten wir ändern? (freiwillig)',
  submit: 'Absenden',
  thanks: 'Danke für deine Antwort.',
  change: 'Meine Antwort ändern',
  required: 'Bitte wähle eine Zahl.',
  sent: 'Gesendet.',
  saved: 'Auf diesem Gerät gespeichert. Wird später gesendet.',
  volatile: 'Deine Antwort ist unterwegs.',
  blocked: 'Nicht gespeichert. Bitte versuche es noch einmal.',
  later: 'Später fragen',
  close: 'Schließen',
  opened: 'Am Ende der Seite steht eine Frage.',
  left: 'Noch {count} Zeichen',
};
