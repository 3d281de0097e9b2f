import { Field, Select } from '@fluentui/react-components';
import { LANGUAGES } from '../../../plan/finding';
import { Quiet, Screen, Section } from '../../components/Screen';
import { usePane, useTexts } from '../../state/context';
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
      <Field label={texts.settings.language}>
        <Select
          value={language}
          onChange={(_, { value }) => {
            const chosen = LANGUAGES.find((one) => one === value);
            if (chosen) commands.setLanguage(chosen);
          }}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {texts.settings.languages[one]}
            </option>
          ))}
        </Select>
      </Field>
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
