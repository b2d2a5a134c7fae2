using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>
/// The tables of words that the services read from the templates: trades, quarters, opening words. Made all together from one
/// state of the files, and exchanged all together when staff change one.
/// </summary>
public sealed class WordTables
{
    private readonly IServiceCollection _registrations;
    private readonly Lazy<IServiceProvider> _shipped;
    private volatile IServiceProvider? _current;

    /// <param name="registrations">Singletons that need a <see cref="DataFolder"/> and each other; they keep no folder.</param>
    /// <param name="shipped">Whose tables are in force until others take their place.</param>
    public WordTables(IServiceCollection registrations, DataFolder shipped) =>
        (_registrations, _shipped) = (registrations, new Lazy<IServiceProvider>(() => Read(shipped)));

    public IServiceProvider Shipped => _shipped.Value;

    /// <summary>A table in force; take it once for each message.</summary>
    public object Get(Type table) => (_current ?? Shipped).GetRequiredService(table);

    /// <exception cref="BrokenFileException">A file is missing or wrong: names file, line and reason.</exception>
    public IServiceProvider Read(DataFolder folder)
    {
        var tables = new ServiceCollection().Add(_registrations).AddSingleton(folder).BuildServiceProvider();
        foreach (var registration in _registrations) tables.GetRequiredService(registration.ServiceType);
        return tables;
    }

    public void Exchange(IServiceProvider tables) => _current = tables;
}
