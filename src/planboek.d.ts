/** Version of the product, laid in by webpack and by Jest from package.json. */
declare const PLANBOEK_VERSION: string;
