import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly appearance?: ButtonProps['appearance'];
  /** Names the input, for tests that pick files. */
  readonly testId: string;
  /** Kinds of files the dialog offers first: ".json". */
  readonly accept?: string;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the file dialog. */
export function FileButton({ label, appearance = 'secondary', testId, accept, onPick }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={appearance} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept={accept}
        tabIndex={-1}
        aria-hidden
        data-testid={testId}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be picked again after it was changed.
          event.target.value = '';
          onPick(files);
        }}
      />
    </>
  );
}
