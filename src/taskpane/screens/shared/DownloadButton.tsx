import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

/** Offers the workbook as a file, where the host does not save it by itself. */
export function DownloadButton() {
  const { state, commands, host } = usePane();
  const { texts } = useTexts();
  if (host.download === null || state.book === null) return null;
  const downloading = state.busy === 'downloading';
  return (
    <Button
      appearance="primary"
      icon={<ArrowDownloadRegular />}
      disabledFocusable={downloading}
      onClick={() => {
        if (!downloading) void commands.download();
      }}
    >
      {downloading ? texts.common.working : texts.common.download}
    </Button>
  );
}
