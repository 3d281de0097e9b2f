import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useState, type DragEvent } from 'react';
import { FileButton } from '../../components/FileButton';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { fontSize: '28px', color: tokens.colorNeutralForeground3 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Takes files from the file dialog or by dropping them. */
export function FilePicker() {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void commands.readFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={mergeClasses(styles.zone, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <DocumentAddRegular className={styles.icon} aria-hidden />
      <span>{over ? texts.import.dropNow : texts.import.drop}</span>
      <FileButton
        label={texts.import.choose}
        appearance={state.book === null ? 'primary' : 'secondary'}
        testId="files"
        onPick={(files) => {
          void commands.readFiles(files);
        }}
      />
      <span className={styles.small}>{texts.import.formats}</span>
    </div>
  );
}
