using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Web.Setup.Health;

/// <summary>The words and data files that come with the program are whole; they are read once.</summary>
internal sealed class TemplatesCheck(IServiceProvider services) : IReadinessCheck
{
    public string Name => "templates";

    public Task<string?> FaultAsync(CancellationToken ct)
    {
        try
        {
            services.GetRequiredService<TemplateBook>();
            services.GetRequiredService<Vocabulary>();
            services.GetRequiredService<Interpreter>();
            services.GetRequiredService<WhenReader>();
            return Task.FromResult<string?>(null);
        }
        catch (BrokenFileException broken)
        {
            return Task.FromResult<string?>(broken.Message);
        }
    }
}
