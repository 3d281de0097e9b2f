interface SkipReportResults {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly testResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly ancestorTitles: readonly string[];
    }[];
  }[];
}
export default class SkipReport {
  onRunComplete(contexts: unknown, results: SkipReportResults): void;
  getLastError(): Error | undefined;
}
