using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Templates;

/// <summary>Template messages and subscription notices have templates of their own.</summary>
internal sealed class TemplateBooks(Journal journal)
{
    private const int MostMessages = 25;
    private const int MostSubscriptions = 50;

    public TemplateBook Messages { get; } = new(journal, "templates", MostMessages);

    public TemplateBook Subscriptions { get; } = new(journal, "subscription-templates", MostSubscriptions);
}
