/** What the SQL of this package needs of a connection to PostgreSQL, or of a transaction on one. */
export interface Sql {
  query<Row>(statement: string, parameters?: unknown[]): Promise<{ rows: Row[] }>;
  exec(statements: string): Promise<unknown>;
}
