using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace UnionBot.Core.Data;

/// <summary>Names tables, columns and constraints the PostgreSQL way, so that hand-written SQL needs no quotes.</summary>
public static class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.GetTableName() ?? entity.ClrType.Name));
            foreach (var property in entity.GetProperties().Where(p => !IsRowVersion(p)))
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Of(key.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        var before = '_';
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && before != '_' && !char.IsUpper(before)) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
            before = letter;
        }

        return snake.ToString();
    }

    // The row version is PostgreSQL's own xmin; renamed, EF would make a real column of it.
    private static bool IsRowVersion(IReadOnlyProperty property) =>
        property.IsConcurrencyToken && property.ClrType == typeof(uint);
}
