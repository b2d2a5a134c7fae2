using Microsoft.Extensions.DependencyInjection;

namespace UnionBot.Services;

/// <summary>One line of union work. Each folder of UnionBot.Services has one, listed in <see cref="ServiceCatalog"/>.</summary>
public interface IUnionService
{
    /// <summary>
    /// The folder's name in kebab case: names the service's templates, and its file of titles and opening words
    /// (<c>templates/understanding/openings/{name}.yaml</c>).
    /// </summary>
    string Name { get; }

    /// <summary>Registers the service's dialogs (scoped, as <c>IDialog</c>), registers and jobs.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>
    /// Registers the service's tables of words as singletons, each read from the <c>DataFolder</c> that is there. Whoever is made
    /// anew for each message, such as a dialog, is given the table in force: staff may change the files while the bot runs.
    /// </summary>
    void AddWords(IServiceCollection words)
    {
    }
}
