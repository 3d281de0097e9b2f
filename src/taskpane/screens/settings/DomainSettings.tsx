import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Book } from '../../ports/book';
import { Disclosure } from '../../components/Disclosure';
import { Quiet, Section } from '../../components/Screen';
import { policyFieldsOf } from '../../model/policyFields';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { SaveBar } from './SaveBar';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS } });

/** Under which policy domain each policy field falls: every board groups them for itself. */
export function DomainSettings({ book }: { readonly book: Book }) {
  const { commands } = usePane();
  const { texts, formats } = useTexts();
  const t = texts.settings;
  const before = book.settings.policyDomains;
  const [domains, setDomains] = useState(before);
  const fields = policyFieldsOf(book.document);
  return (
    <Section title={t.domains}>
      <Quiet>{t.domainsHint}</Quiet>
      {fields.length === 0 ? (
        <Quiet>{t.domainsNone}</Quiet>
      ) : (
        <Disclosure summary={`${t.domains} (${formats.count(fields.length)})`}>
          <DomainFields fields={fields} domains={domains} onChange={setDomains} />
        </Disclosure>
      )}
      <SaveBar
        changed={JSON.stringify(domains) !== JSON.stringify(before)}
        valid
        onSave={() => {
          void commands.saveSettings({ ...book.settings, policyDomains: domains });
        }}
        onDiscard={() => {
          setDomains(before);
        }}
      />
    </Section>
  );
}

type Domains = Book['settings']['policyDomains'];

/** A policy domain per policy field; what the report prints is shown where nothing is filled in. */
function DomainFields({
  fields,
  domains,
  onChange,
}: {
  readonly fields: ReturnType<typeof policyFieldsOf>;
  readonly domains: Domains;
  readonly onChange: (domains: Domains) => void;
}) {
  const styles = useStyles();
  const { texts } = useTexts();
  const set = (field: string, domain: string): void => {
    const rest = Object.fromEntries(Object.entries(domains).filter(([other]) => other !== field));
    onChange(domain === '' ? rest : { ...rest, [field]: domain });
  };
  return (
    <div className={styles.list}>
      {fields.map(({ field, name, domain }) => (
        <Field
          key={field}
          label={`${field} ${name ?? ''}`.trim()}
          size="small"
          {...(domain === null ? {} : { hint: texts.settings.domainPrinted(domain) })}
        >
          <Input
            size="small"
            value={domains[field] ?? ''}
            placeholder={domain ?? ''}
            onChange={(_, { value }) => {
              set(field, value);
            }}
          />
        </Field>
      ))}
    </div>
  );
}
