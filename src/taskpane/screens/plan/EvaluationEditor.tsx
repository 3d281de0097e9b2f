import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState, type KeyboardEvent } from 'react';
import type { PlanNode } from '../../../plan/document';
import { statusByCode, type StatusVocabulary } from '../../../plan/status';
import { Choice } from '../../components/Choice';
import { Quiet, Section } from '../../components/Screen';
import { StatusBadge } from '../../components/StatusBadge';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { useDraft } from '../../state/drafts';

const useStyles = makeStyles({
  paragraph: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  texts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  folded: { maxHeight: '14em', overflow: 'hidden', maskImage: 'linear-gradient(black 75%, transparent)' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  area: { width: '100%' },
  badge: { alignSelf: 'flex-start' },
});

const NO_STATUS = '';

/** A longer text is folded, so that the amounts stay in sight; about ten lines of a narrow pane. */
const FOLDED_LENGTH = 500;

interface EvaluationEditorProps {
  readonly node: PlanNode;
  readonly vocabulary: StatusVocabulary;
}

/** Status and evaluation of a node; changing either goes to the workbook at once, and can be undone. */
export function EvaluationEditor({ node, vocabulary }: EvaluationEditorProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  return (
    <Section title={texts.plan.evaluation}>
      {node.evaluation && (
        <span className={styles.badge}>
          <StatusBadge evaluation={node.evaluation} vocabulary={vocabulary} />
        </span>
      )}
      <StatusChoice node={node} vocabulary={vocabulary} />
      <EvaluationText node={node} />
    </Section>
  );
}

function StatusChoice({ node, vocabulary }: EvaluationEditorProps) {
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const status = node.evaluation?.status ?? NO_STATUS;
  const known = status === NO_STATUS || statusByCode(vocabulary, status) !== undefined;
  return (
    <Choice
      label={texts.plan.status}
      value={status}
      disabled={state.busy === 'saving'}
      options={[
        ...(known ? [] : [{ value: status, label: node.evaluation?.statusText || texts.common.unknown }]),
        ...vocabulary.map(({ code, label }) => ({ value: code, label })),
        { value: NO_STATUS, label: texts.plan.noEvaluation },
      ]}
      onChange={(value) => {
        void commands.editNode(node.id, { status: value === NO_STATUS ? null : value });
      }}
    />
  );
}

function EvaluationText({ node }: { readonly node: PlanNode }) {
  const text = node.evaluation?.text ?? '';
  const [draft, setText] = useDraft(`evaluation ${node.id}`);
  const [base, setBase] = useDraft(`evaluation before ${node.id}`);
  const [unfolded, setUnfolded] = useState(false);
  const setDraft = (next: string | null): void => {
    if (draft === null || next === null) setBase(next === null ? null : text);
    setText(next);
  };
  if (draft === null) {
    return (
      <ShownEvaluation
        text={text}
        folded={!unfolded && text.length > FOLDED_LENGTH}
        onUnfold={() => {
          setUnfolded(true);
        }}
        onEdit={() => {
          setDraft(text);
        }}
      />
    );
  }
  return (
    <EvaluationDraft
      node={node.id}
      text={text}
      draft={draft}
      changedBelow={base !== null && base !== text && draft !== text}
      onChange={setDraft}
      onDone={() => {
        setDraft(null);
      }}
    />
  );
}

interface ShownEvaluationProps {
  readonly text: string;
  readonly folded: boolean;
  readonly onUnfold: () => void;
  readonly onEdit: () => void;
}

function ShownEvaluation({ text, folded, onUnfold, onEdit }: ShownEvaluationProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  return (
    <>
      <div className={mergeClasses(styles.texts, folded && styles.folded)}>
        {text === '' ? (
          <Quiet>{texts.plan.noEvaluationText}</Quiet>
        ) : (
          text.split('\n\n').map((paragraph, index) => (
            <p key={index} className={styles.paragraph}>
              {paragraph}
            </p>
          ))
        )}
      </div>
      <div className={styles.row}>
        {folded && (
          <Button size="small" onClick={onUnfold}>
            {texts.plan.wholeText}
          </Button>
        )}
        <Button
          size="small"
          icon={<EditRegular />}
          aria-label={`${texts.plan.editEvaluation}: ${texts.plan.edit}`}
          onClick={onEdit}
        >
          {texts.plan.edit}
        </Button>
      </div>
    </>
  );
}

interface EvaluationDraftProps {
  readonly node: string;
  /** As it stands in the workbook. */
  readonly text: string;
  readonly draft: string;
  /** Did the workbook change since the draft was begun? */
  readonly changedBelow: boolean;
  readonly onChange: (draft: string) => void;
  readonly onDone: () => void;
}

function EvaluationDraft({ node, text, draft, changedBelow, onChange, onDone }: EvaluationDraftProps) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const save = async (): Promise<void> => {
    // A failed save leaves the draft as the user typed it.
    if (draft === text || (await commands.editNode(node, { text: draft }))) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Office would go to the sheet, away from what is being written.
      event.stopPropagation();
      if (draft === text) onDone();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <>
      <Field label={texts.plan.editEvaluation} {...(draft === text ? {} : { hint: texts.plan.unsaved })}>
        <Textarea
          className={styles.area}
          value={draft}
          rows={8}
          resize="vertical"
          // Not while the user works in the sheet: choosing a row shows its card, and what was being written about it.
          autoFocus={document.hasFocus()}
          onChange={(_, { value }) => {
            onChange(value);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      {changedBelow && <ChangedBelow onTake={onDone} />}
      <div className={styles.row}>
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={state.busy === 'saving'}
          onClick={() => {
            void save();
          }}
        >
          {texts.common.save}
        </Button>
        <Button size="small" onClick={onDone}>
          {texts.common.cancel}
        </Button>
      </div>
    </>
  );
}

/** Someone changed the text in the sheet while it was being edited here. */
function ChangedBelow({ onTake }: { readonly onTake: () => void }) {
  const { texts } = useTexts();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{texts.plan.changedBelow}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onTake}>
          {texts.plan.takeSheetText}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
