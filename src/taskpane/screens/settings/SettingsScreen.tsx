import { LANGUAGES } from '../../../plan/finding';
import { Choice } from '../../components/Choice';
import { Quiet, Screen, Section } from '../../components/Screen';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { About } from './About';
import { DomainSettings } from './DomainSettings';
import { StatusSettings } from './StatusSettings';
import { ThresholdSettings } from './ThresholdSettings';

/** What a board or a user sets, and what support asks for. */
export function SettingsScreen() {
  const { state, commands } = usePane();
  const { texts, language } = useTexts();
  const { book } = state;
  return (
    <Screen title={texts.settings.title}>
      <Choice
        label={texts.settings.language}
        value={language}
        options={LANGUAGES.map((one) => ({ value: one, label: texts.settings.languages[one], language: one }))}
        onChange={(value) => {
          const chosen = LANGUAGES.find((one) => one === value);
          if (chosen) commands.setLanguage(chosen);
        }}
      />
      {book === null ? (
        <Section title={texts.settings.statuses}>
          <Quiet>{texts.settings.needsReport}</Quiet>
        </Section>
      ) : (
        <>
          <StatusSettings key={JSON.stringify(book.settings.statuses)} book={book} />
          <ThresholdSettings key={JSON.stringify(book.settings.thresholds)} book={book} />
          <DomainSettings key={JSON.stringify(book.settings.policyDomains)} book={book} />
        </>
      )}
      <About />
    </Screen>
  );
}
