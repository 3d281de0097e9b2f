import { makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { labelOfRole } from '../../../plan/lineRole';
import type { ProfilePreview } from '../../../read/outline/preview';
import type { OutlineProfile } from '../../../read/outline/profile';
import { teach, type Taught } from '../../../read/outline/teach';
import { VirtualList } from '../../components/VirtualList';
import { useTexts } from '../../components/texts';
import { LessonForm } from './LessonForm';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderLeft: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { color: 'ButtonText' },
  },
  node: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, fontWeight: tokens.fontWeightSemibold },
  lost: { borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}` },
  search: { maxWidth: 'none', minWidth: 0 },
  shrink: { minWidth: 0 },
  role: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

/** Height of a line with its role, before it was drawn. */
const LINE_HEIGHT = 38;

interface LineListProps {
  readonly profile: OutlineProfile;
  readonly preview: ProfilePreview;
  readonly onTeach: (taught: Taught) => boolean;
}

/** Every line with what it was read as; a line that is chosen asks what it is. */
export function LineList({ profile, preview, onTeach }: LineListProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const [open, setOpen] = useState<number | null>(null);
  const levelAt = new Map(
    preview.nodes.map(({ line, level }) => [line, profile.levels.find(({ id }) => id === level)?.name ?? level]),
  );
  const lost = new Set(preview.unrecognised);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const lines = wanted === '' ? preview.lines : preview.lines.filter(({ text }) => text.toLowerCase().includes(wanted));
  return (
    <>
      <SearchBox
        size="small"
        className={styles.search}
        input={{ className: styles.shrink }}
        aria-label={t.search}
        placeholder={t.search}
        value={search}
        onChange={(_, { value }) => {
          setSearch(value);
        }}
      />
      <VirtualList
        items={lines}
        keyOf={({ number }) => String(number)}
        estimate={LINE_HEIGHT}
        kept={lines.findIndex(({ number }) => number === open)}
        role="list"
        aria-label={t.lines}
      >
        {(line) => (
          <div role="listitem">
            <Line
              line={line}
              level={levelAt.get(line.number)}
              lost={lost.has(line.number)}
              open={line.number === open}
              onOpen={(opened) => {
                setOpen(opened ? line.number : null);
              }}
            />
            {line.number === open && (
              <LessonForm
                text={line.text}
                levels={profile.levels}
                onApply={(lesson) => {
                  if (onTeach(teach(profile, line.text, lesson))) setOpen(null);
                }}
              />
            )}
          </div>
        )}
      </VirtualList>
    </>
  );
}

interface LineProps {
  readonly line: ProfilePreview['lines'][number];
  /** Name of the level of the node that the line begins. */
  readonly level: string | undefined;
  /** Did no rule know it? */
  readonly lost: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function Line({ line: { number, text, role }, level, lost, open, onOpen }: LineProps) {
  const styles = useStyles();
  const { texts, language, formats } = useTexts();
  return (
    <button
      type="button"
      className={mergeClasses(styles.line, level !== undefined && styles.node, lost && styles.lost)}
      aria-expanded={open}
      onClick={() => {
        onOpen(!open);
      }}
    >
      <span>{text}</span>
      <span className={styles.role}>
        {texts.plans.profile.line(formats.count(number), level ?? labelOfRole(role, language))}
      </span>
    </button>
  );
}
