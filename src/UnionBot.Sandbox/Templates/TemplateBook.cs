using System.Security.Cryptography;
using System.Text;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Templates;

/// <summary>The account's own templates of one sort; those of the library are there from the start.</summary>
internal sealed class TemplateBook
{
    private const int IdLength = 43;

    private readonly Table<MessageTemplate> _templates;
    private readonly string _name;
    private readonly int _most;

    /// <param name="name">The table, and part of the ids of the templates that are there from the start.</param>
    /// <param name="most">How many an account may have.</param>
    public TemplateBook(Journal journal, string name, int most)
    {
        (_name, _most) = (name, most);
        _templates = journal.Open<MessageTemplate>(name);
        TakeLibraryWhenEmpty();
    }

    public IReadOnlyList<MessageTemplate> All => [.. _templates.All().Select(template => template.Value)];

    public MessageTemplate? Find(string id) => _templates.Find(id);

    /// <exception cref="PlatformRefusal">200012 when the account has as many as it may.</exception>
    public MessageTemplate Add(
        string title, IReadOnlyList<KeyValuePair<string, string>> keywords, bool isLongTerm = false)
    {
        if (_templates.Count >= _most) throw new PlatformRefusal(200012, "template num exceeds limit");

        var id = RandomNumberGenerator.GetString(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", IdLength);
        return Put(new MessageTemplate(id, title, keywords, isLongTerm));
    }

    public MessageTemplate Put(MessageTemplate template)
    {
        _templates.Put(template.Id, template);
        return template;
    }

    public bool Remove(string id) => _templates.Remove(id);

    /// <summary>An account without templates gets those of the library.</summary>
    public void TakeLibraryWhenEmpty()
    {
        if (_templates.Count > 0) return;

        foreach (var template in TemplateLibrary.All)
            Put(new MessageTemplate(FixedId(_name, template.ShortId), template.Title, template.Keywords));
    }

    /// <summary>The same in every sandbox, so that a demo's settings can name it.</summary>
    private static string FixedId(string name, string shortId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {shortId}"));
        return Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_')[..IdLength];
    }
}
