import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useRef, useState, type DragEvent } from 'react';
import { usePane, useTexts } from '../../state/context';

const useStyles = makeStyles({
  zone: {
    display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', rowGap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    border: `1px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { fontSize: '28px', color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  input: { display: 'none' },
});

/** Takes files from the file dialog or by dropping them. */
export function FilePicker() {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void commands.readFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={mergeClasses(styles.zone, over && styles.over)}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => { setOver(false); }}
      onDrop={drop}
    >
      <DocumentAddRegular className={styles.icon} aria-hidden />
      <span>{over ? texts.import.dropNow : texts.import.drop}</span>
      <Button appearance={state.book === null ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {texts.import.choose}
      </Button>
      <span className={styles.small}>{texts.import.formats}</span>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        data-testid="files"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be picked again after it was changed.
          event.target.value = '';
          void commands.readFiles(files);
        }}
      />
    </div>
  );
}
