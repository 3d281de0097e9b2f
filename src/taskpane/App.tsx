import { Body1, Caption1, FluentProvider, Title2, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import type { Language } from '../plan/finding';
import { PANE_TEXTS } from '../i18n/paneTexts';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface AppProps {
  readonly theme: Theme;
  readonly language: Language;
  readonly version: string;
}

/** The pane: what the product is and which version runs. */
export function App({ theme, language, version }: AppProps) {
  const styles = useStyles();
  const texts = PANE_TEXTS[language];
  return (
    <FluentProvider theme={theme} className={styles.root} lang={language}>
      <main className={styles.page}>
        <Title2 as="h1">{texts.title}</Title2>
        <Body1 as="p">{texts.purpose}</Body1>
        <Body1 as="p">{texts.privacy}</Body1>
        <Caption1 as="p" className={styles.quiet}>
          {texts.version(version)}
        </Caption1>
      </main>
    </FluentProvider>
  );
}
