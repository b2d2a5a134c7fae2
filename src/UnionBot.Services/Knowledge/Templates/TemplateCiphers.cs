using UnionBot.Chat.Understanding.Changes;
using UnionBot.Core.Data;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>The encrypted columns of staff's files: an exported one may hold sentences that were people's words.</summary>
public sealed class TemplateCiphers(FieldCipher cipher)
{
    /// <summary>The files are large.</summary>
    private const int FewFiles = 20;

    private static readonly SealedColumn BaseText = new("staff_template", "base", Row: "uuid_send(id)") { PageSize = FewFiles };
    private static readonly SealedColumn StaffText = new("staff_template", "text", Row: "uuid_send(id)") { PageSize = FewFiles };

    private readonly CipherColumn _base = cipher.Column(BaseText);
    private readonly CipherColumn _text = cipher.Column(StaffText);

    public byte[]? SealBase(Guid id, string? text) => text is null ? null : _base.Seal(text, id.ToByteArray(bigEndian: true));

    public byte[] SealText(Guid id, string text) => _text.Seal(text, id.ToByteArray(bigEndian: true));

    public StaffTemplate Open(StaffTemplateRow row)
    {
        var id = row.Id.ToByteArray(bigEndian: true);
        return new StaffTemplate(row.Number, row.Path, row.Base is null ? null : _base.Open(row.Base, id), _text.Open(row.Text, id));
    }
}
