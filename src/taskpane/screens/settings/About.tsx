import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useRef, useState } from 'react';
import { Facts } from '../../components/Facts';
import { Quiet, Section } from '../../components/Screen';
import { supportText } from '../../state/support';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  text: {
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '8em',
    resize: 'vertical',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type Copying = 'idle' | 'done' | 'refused';

/** Empties the sheet with the before-image: earlier texts and figures are not for everyone a workbook is given to. */
function CleanToShare() {
  const { host, commands } = usePane();
  const { texts, formats } = useTexts();
  const [said, setSaid] = useState<string | null>(null);
  const t = texts.settings;
  if (host.clean === null) return null;
  const clean = async (): Promise<void> => {
    const cleaned = await commands.clean();
    if (cleaned)
      setSaid(
        cleaned.sheets.length === 0
          ? t.cleanNothing
          : t.cleaned(formats.count(cleaned.cells), cleaned.sheets.join(', ')),
      );
  };
  return (
    <Section title={t.clean}>
      <Quiet>{t.cleanBody}</Quiet>
      <div>
        <Button
          size="small"
          onClick={() => {
            void clean();
          }}
        >
          {t.clean}
        </Button>
      </div>
      <div role="status">{said !== null && <Quiet>{said}</Quiet>}</div>
    </Section>
  );
}

/** What runs where, and the same as text for the help desk. */
export function About() {
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const t = texts.settings;
  const top = useRef<HTMLDivElement>(null);
  const { facts, asked } = state;
  useEffect(() => {
    if (asked !== 'help') return;
    top.current?.scrollIntoView();
    commands.dispatch({ type: 'asked', asked: null });
  }, [asked, commands]);
  return (
    <div ref={top}>
      <CleanToShare />
      <Section title={t.about}>
        <Quiet>{t.aboutBody}</Quiet>
        <div>
          <Link href={texts.ribbon.manualPage} target="_blank">
            {texts.ribbon.manual}
          </Link>
        </div>
        <Facts
          facts={[
            [t.version, PLANBOEK_VERSION],
            [t.host, facts.application ?? t.hostBrowser],
            [t.platform, facts.platform],
            [t.hostVersion, facts.version],
            [t.requirements, facts.requirementSets.length === 0 ? null : facts.requirementSets.join(', ')],
          ]}
        />
        <SupportText />
      </Section>
    </div>
  );
}

/** What the help desk asks for, to be copied. */
function SupportText() {
  const styles = useStyles();
  const { state, host } = usePane();
  const { texts } = useTexts();
  const t = texts.settings;
  const [copying, setCopying] = useState<Copying>('idle');
  const area = useRef<HTMLTextAreaElement>(null);
  const text = supportText(PLANBOEK_VERSION, host.kind, state);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopying('done');
    } catch {
      // A pane in a frame may not write to the clipboard: the text is offered instead.
      setCopying('refused');
      area.current?.select();
    }
  };
  return (
    <>
      <div>
        <Button
          size="small"
          icon={<CopyRegular />}
          onClick={() => {
            void copy();
          }}
        >
          {t.copy}
        </Button>
      </div>
      <div role="status">{copying === 'done' ? t.copied : copying === 'refused' ? t.copyFailed : ''}</div>
      <textarea ref={area} className={styles.text} readOnly aria-label={t.supportText} value={text} />
    </>
  );
}
