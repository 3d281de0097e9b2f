import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoFilled } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Severity } from '../../plan/finding';
import { useTexts } from './texts';

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { error: ErrorCircleFilled, attention: WarningFilled, info: InfoFilled } as const;

/** The severity as a sign with its name. */
export function SeverityIcon({ severity, named = true }: { readonly severity: Severity; readonly named?: boolean }) {
  const styles = useStyles();
  const { texts } = useTexts();
  const Icon = ICONS[severity];
  const label = named ? { 'aria-label': texts.common.severities[severity].one, role: 'img' } : { 'aria-hidden': true };
  return <Icon className={mergeClasses(styles.icon, styles[severity])} {...label} />;
}
