export interface ExplorerTable { name: string; subject: string; grain: string; rows: number; columns: { name: string; type: string; meaning: string; unit: string | null }[] }
