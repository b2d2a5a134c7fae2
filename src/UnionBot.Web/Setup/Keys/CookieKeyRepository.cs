using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys;

/// <summary>Keeps data protection's keys in the database, sealed, so that every host opens the others' cookies.</summary>
internal sealed class CookieKeyRepository(NpgsqlDataSource source, FieldCipher cipher, TimeProvider time) : IXmlRepository
{
    private static readonly SealedColumn Xml = new("cookie_key", "xml", Row: "convert_to(name, 'UTF8')");

    private readonly CipherColumn _column = cipher.Column(Xml);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("SELECT name, xml FROM cookie_key ORDER BY created_at");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            var row = Encoding.UTF8.GetBytes(reader.GetString(0));
            elements.Add(XElement.Parse(_column.Open(reader.GetFieldValue<byte[]>(1), row)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var row = Encoding.UTF8.GetBytes(friendlyName);
        using var command = source.CreateCommand(
            """
            INSERT INTO cookie_key (name, xml, created_at) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET xml = excluded.xml
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = _column.Seal(element.ToString(SaveOptions.DisableFormatting), row) });
        command.Parameters.Add(new NpgsqlParameter { Value = time.GetUtcNow() });
        command.ExecuteNonQuery();
    }
}
