using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>How values stand in columns: times as milliseconds, absence as null.</summary>
internal static class Columns
{
    extension(SqliteDataReader row)
    {
        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public long? Long(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

        public DateTimeOffset? Time(int column) =>
            row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

        public DateTimeOffset TimeSet(int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

        public Uri? Address(int column) =>
            row.Text(column) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;

        public byte[] Bytes(int column) => row.IsDBNull(column) ? [] : row.GetFieldValue<byte[]>(column);
    }

    /// <summary>A time as it is stored; null for none.</summary>
    public static object? Of(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
