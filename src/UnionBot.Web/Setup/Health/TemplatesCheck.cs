using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Calendar.Rules;
using UnionBot.Core.Imports;
using UnionBot.Web.Channels.MyData;

namespace UnionBot.Web.Setup.Health;

/// <summary>The words and data files that come with the program are whole and fit its dialogs; they are read once.</summary>
internal sealed class TemplatesCheck : IReadinessCheck
{
    private readonly Lazy<string?> _fault;

    public TemplatesCheck(IServiceProvider services) => _fault = new Lazy<string?>(() => Find(services));

    public string Name => "templates";

    public Task<string?> FaultAsync(CancellationToken ct) => Task.FromResult(_fault.Value);

    private static string? Find(IServiceProvider services)
    {
        try
        {
            using var scope = services.CreateScope();
            services.GetRequiredService<TemplateBook>();
            services.GetRequiredService<UnderstandingFiles>();
            services.GetRequiredService<Surnames>();
            services.GetRequiredService<AccountMenu>();
            services.GetRequiredService<MyDataLabels>();
            services.GetRequiredService<ImportWords>();
            services.GetRequiredService<LegalHolidays>();
            services.GetRequiredService<RuleWords>();
            services.GetRequiredService<Vocabulary>().Check(scope.ServiceProvider.GetServices<IDialog>());
            return null;
        }
        catch (BrokenFileException broken)
        {
            return broken.Message;
        }
    }
}
