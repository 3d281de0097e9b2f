import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import type { ProfilePreview } from '../../../read/outline/preview';
import type { OutlineLevel, OutlineProfile } from '../../../read/outline/profile';
import { moveLevel, removeLevel, renameLevel, setSingleLine, type Taught } from '../../../read/outline/teach';
import { Quiet } from '../../components/Screen';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0 },
  shrink: { minWidth: 0 },
  first: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
});

interface LevelListProps {
  readonly profile: OutlineProfile;
  readonly preview: ProfilePreview;
  readonly onChange: (taught: Taught) => boolean;
}

/** The levels from the top down, each with what was found of it. */
export function LevelList({ profile, preview, onChange }: LevelListProps) {
  const styles = useStyles();
  const levels = [...profile.levels].sort((left, right) => left.rank - right.rank);
  return (
    <ol className={styles.list}>
      {levels.map((level, index) => (
        <LevelRow
          key={level.id}
          level={level}
          first={index === 0}
          last={index === levels.length - 1}
          profile={profile}
          preview={preview}
          onChange={onChange}
        />
      ))}
    </ol>
  );
}

interface LevelRowProps extends LevelListProps {
  readonly level: OutlineLevel;
  readonly first: boolean;
  readonly last: boolean;
}

function LevelRow({ level, first, last, profile, preview, onChange }: LevelRowProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const found = preview.levels.find(({ id }) => id === level.id);
  const rules = profile.rules.filter((rule) => rule.as === 'node' && rule.level === level.id);
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <LevelName level={level} onRename={(name) => onChange(renameLevel(profile, level.id, name))} />
        <LevelButtons level={level} first={first} last={last} profile={profile} onChange={onChange} />
      </div>
      <Quiet small>
        <span className={styles.first}>
          {t.nodes(found?.nodes ?? 0)}
          {found?.first ? `; ${t.first(found.first)}` : ''}
        </span>
      </Quiet>
      {rules.length > 0 && (
        <Checkbox
          size="medium"
          label={t.singleLine}
          checked={rules.every((rule) => rule.singleLine === true)}
          onChange={(_, { checked }) => {
            onChange(setSingleLine(profile, level.id, checked === true));
          }}
        />
      )}
    </li>
  );
}

/** Up, down and away; one level stays. */
function LevelButtons({ level, first, last, profile, onChange }: Omit<LevelRowProps, 'preview'>) {
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const actions = [
    { label: t.up(level.name), Icon: ArrowUpRegular, disabled: first, run: () => moveLevel(profile, level.id, -1) },
    { label: t.down(level.name), Icon: ArrowDownRegular, disabled: last, run: () => moveLevel(profile, level.id, 1) },
    {
      label: t.remove(level.name),
      Icon: DeleteRegular,
      disabled: first && last,
      run: () => removeLevel(profile, level.id),
    },
  ];
  return actions.map(({ label, Icon, disabled, run }) => (
    <Button
      key={label}
      size="small"
      appearance="subtle"
      icon={<Icon />}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => {
        onChange(run());
      }}
    />
  ));
}

/** The name of a level, kept when the field is left or Enter is pressed; what is refused is undone. */
function LevelName({
  level,
  onRename,
}: {
  readonly level: OutlineLevel;
  readonly onRename: (name: string) => boolean;
}) {
  const styles = useStyles();
  const { texts } = useTexts();
  const [name, setName] = useState(level.name);
  const rename = (): void => {
    if (name !== level.name && !onRename(name)) setName(level.name);
  };
  return (
    <Input
      size="small"
      className={styles.name}
      input={{ className: styles.shrink }}
      aria-label={texts.plans.profile.levelName(level.id)}
      value={name}
      onChange={(_, { value }) => {
        setName(value);
      }}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === 'Enter') rename();
      }}
    />
  );
}
